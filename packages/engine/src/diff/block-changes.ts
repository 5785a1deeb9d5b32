import type { BlockChange, PartChange } from '@shopbell/protocol'
import { isEnabled, kindOf, type Block } from '../blocks/registry.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import type { Variable } from '../flow/variable.ts'
import { eitherKey } from './either-key.ts'
import type { Compared } from './flow-diff.ts'
import { sameJson } from './same-json.ts'

/** The blocks that came, went, or have other settings. */
export function blockChanges({ before, after, order, words }: Compared): BlockChange[] {
  return order.flatMap((id): BlockChange[] => {
    const old = before.blocks[id]
    const made = after.blocks[id]
    const kind = (made ?? old)?.kind
    if (kind === undefined) return []
    const named = { block: id, kind, title: words.title(id) }
    if (!old || !made) return [{ ...named, change: old ? 'removed' : 'added', parts: [] }]
    const parts = partChanges(settingsOf(before, id, old), settingsOf(after, id, made))
    return parts.length === 0 ? [] : [{ ...named, change: 'changed', parts }]
  })
}

type Settings = Readonly<Record<string, unknown>>

function partChanges(old: Settings, made: Settings): PartChange[] {
  return eitherKey(old, made)
    .filter((part) => !sameJson(old[part], made[part]))
    .map((part) => ({ part, before: wordOf(old[part]), after: wordOf(made[part]) }))
}

/** What a block is set to: its name, its fields without their links, and what its answer may be. Questions are a list's business. */
function settingsOf({ layout, variables }: FlowDocument, id: string, block: Block): Settings {
  const { questions: _questions, ...fields } = withoutLinks(block)
  const variable = 'variable' in block ? variables[block.variable] : undefined
  return {
    title: layout[id]?.title,
    ...fields,
    enabled: isEnabled(block),
    ...(variable && answerOf(variable)),
  }
}

function answerOf(variable: Variable): Settings {
  if (!('options' in variable)) return { answer: variable }
  const { options, ...answer } = variable
  return { answer, options }
}

/** The block as JSON without where its ports lead. */
function withoutLinks(block: Block): Settings {
  return kindOf(block)
    .ports(block)
    .reduce<Settings>((bare, { at }) => Object.fromEntries(entriesWithout(bare, at.split('/').slice(1))), {
      ...block,
    })
}

function without(value: unknown, path: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null) return value
  const kept = entriesWithout(value, path)
  return Array.isArray(value) ? kept.map(([, item]) => item) : Object.fromEntries(kept)
}

function entriesWithout(value: object, [key, ...rest]: readonly string[]): [string, unknown][] {
  const entries: [string, unknown][] = Object.entries(value)
  if (rest.length === 0) return entries.filter(([name]) => name !== key)
  return entries.map(([name, inner]) => [name, name === key ? without(inner, rest) : inner])
}

/** A value that can be said in a word: itself, or the only thing in it (`{ afterSeconds: 60 }`). */
function wordOf(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const inside: readonly unknown[] = Object.values(value)
  return inside.length === 1 ? wordOf(inside[0]) : null
}
