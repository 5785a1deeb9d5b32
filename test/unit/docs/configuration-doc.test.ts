import { expect, test } from 'vitest'
import { SETTINGS } from '../../../packages/server/src/config/settings.ts'
import { readDoc, section, tableRows } from './table-rows.ts'

test('docs/configuration.md has a row for every setting, and no row too many', () => {
  expect(tableRows(section(readDoc('configuration.md'), '## Settings'))).toEqual(
    Object.entries(SETTINGS).map(([name, setting]) => [name, setting.default, setting.meaning]),
  )
})
