import { PROBLEM_CATALOGUE, REFUSAL_CATALOGUE } from '@shopbell/engine'
import { ERROR_CATALOGUE } from '@shopbell/protocol'
import { expect, test } from 'vitest'
import { readDoc, section, tableRows } from './table-rows.ts'

const DOC = readDoc('errors.md')

test('every error of the sockets and of HTTP has its row, and no row too many', () => {
  expect(tableRows(section(DOC, '## Errors'))).toEqual(
    Object.entries(ERROR_CATALOGUE).map(([code, error]) => [
      code,
      String(error.status),
      'close' in error ? String(error.close) : '',
      error.message,
      error.solve,
    ]),
  )
})

test('every refusal of the robot', () => {
  expect(tableRows(section(DOC, '## Why the robot was silent'))).toEqual(
    Object.entries(REFUSAL_CATALOGUE).map(([code, { rejects, message }]) => [
      code,
      rejects ? 'yes' : 'no',
      message,
    ]),
  )
})

test('every problem of a flow', () => {
  expect(tableRows(section(DOC, '## Problems of a flow'))).toEqual(
    Object.entries(PROBLEM_CATALOGUE).map(([code, { severity, when, solve }]) => [
      code,
      severity,
      when,
      solve,
    ]),
  )
})

test('every sentence of an error says what to do', () => {
  for (const { message, solve } of Object.values(ERROR_CATALOGUE)) {
    expect(message).toMatch(/^[A-Z].*[.]$/)
    expect(solve).toMatch(/^[A-Z].*[.]$/)
  }
})
