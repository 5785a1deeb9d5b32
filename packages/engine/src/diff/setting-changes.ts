import type { SettingChange } from '@shopbell/protocol'
import type { FlowDocument } from '../document/flow-document.ts'
import { eitherKey } from './either-key.ts'
import type { Compared } from './flow-diff.ts'
import { sameJson } from './same-json.ts'

/** What changed and belongs to no block: names, languages, and variables that no block asks for. */
export function settingChanges({ before, after }: Compared): SettingChange[] {
  const plain = (['name', 'id', 'defaultLocale'] as const)
    .filter((part) => before[part] !== after[part])
    .map((part): SettingChange => ({ part, before: before[part], after: after[part] }))
  const languages = onlyOneHas(before.texts, after.texts).map((tag) => ({
    part: 'language',
    ...sides(before.texts, after.texts, tag),
  }))
  const variables = eitherKey(before.variables, after.variables)
    .filter((id) => !sameJson(before.variables[id], after.variables[id]))
    .filter((id) => !isAskedFor(before, id) && !isAskedFor(after, id))
    .map((id) => ({ part: 'variable', ...sides(before.variables, after.variables, id) }))
  return [...plain, ...languages, ...variables]
}

function onlyOneHas(before: object, after: object): readonly string[] {
  return eitherKey(before, after).filter((key) => Object.hasOwn(before, key) !== Object.hasOwn(after, key))
}

function sides(before: object, after: object, key: string): Pick<SettingChange, 'before' | 'after'> {
  return {
    before: Object.hasOwn(before, key) ? key : null,
    after: Object.hasOwn(after, key) ? key : null,
  }
}

/** A block that asks for it shows the change as its own. */
function isAskedFor({ blocks }: FlowDocument, variable: string): boolean {
  return Object.values(blocks).some((block) => 'variable' in block && block.variable === variable)
}
