import { applyOperations, behaviourHash, readFlow, type FlowDocument } from '@shopbell/engine'
import { expect, test } from 'vitest'
import { moveBlocks } from './blocks.ts'
import type { MakeCommand } from './command.ts'
import { addNote, deleteParts, notesOf, writeNote } from './notes.ts'

const FLOW: FlowDocument = {
  format: 1,
  id: 'f',
  name: 'F',
  defaultLocale: 'en',
  variables: {},
  entries: { reception: 'bye' },
  blocks: { bye: { kind: 'end' } },
  texts: { en: {} },
  layout: { bye: { x: 0, y: 0 } },
}
const run = (flow: FlowDocument, ...makes: readonly MakeCommand[]) =>
  makes.reduce((document, make) => applyOperations(document, make(document)?.operations ?? []).document, flow)

test('a note is written, moved and deleted; buyers never meet it', () => {
  const written = run(
    FLOW,
    addNote(10.4, 20),
    writeNote('note', 'Ask Li'),
    moveBlocks({ note: { x: 50, y: 60 } }),
  )
  expect(notesOf(written)).toEqual([{ id: 'note', x: 50, y: 60, text: 'Ask Li' }])
  expect(readFlow(written).ok).toBe(true)
  expect(behaviourHash(written)).toBe(behaviourHash(FLOW))
  expect(run(written, deleteParts([], ['note']))).toEqual(FLOW)
})

test('blocks and notes are deleted in one step; nothing to delete is no step', () => {
  const written = run(FLOW, addNote(0, 0))
  expect(Object.keys(run(written, deleteParts(['bye'], ['note'])).layout)).toEqual([])
  expect(deleteParts([], ['bye'])(FLOW)).toBeNull()
})
