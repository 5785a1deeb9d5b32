import { handedOver, wayText, type VendorBlock } from '../blocks/vendor/vendor.ts'
import type { Targeting } from '../blocks/block-kind.ts'
import type { FactCondition } from '../flow/known-facts.ts'
import { vendorOf } from '../flow/vendor-name.ts'
import type { JsonState, JsonTransition } from '../flow/machine-config.ts'
import type { ExtensionBlock, VendorPart } from './extension-block.ts'

/** What a vendor's transitions may be made of; all of it is the machine's public vocabulary. */
const GUARDS: readonly string[] = ['when', 'hasProducts']
const ACTIONS: readonly string[] = ['send', 'sendExtra']

/**
 * The state of a vendor's block: its transitions, where they are what they may be. A session never rests in it, so none is lost when
 * the extension goes. One that throws, or reaches for more than it may, is stood in for by a person.
 */
export function vendorState(
  id: string,
  block: VendorBlock,
  to: Targeting,
  extension: Pick<ExtensionBlock, 'kind' | 'fields' | 'transitions'>,
): JsonState {
  const always = vendorTransitions(id, block, to, extension)
  return always === null ? handedOver(id, block.kind) : { always }
}

/** The transitions of a vendor's block; null where they are not what they may be. */
export function vendorTransitions(
  id: string,
  block: VendorBlock,
  to: Targeting,
  extension: Pick<ExtensionBlock, 'kind' | 'fields' | 'transitions'>,
): readonly JsonTransition[] | null {
  try {
    const part = vendorPart(id, block, to, extension)
    const made: readonly JsonTransition[] = JSON.parse(JSON.stringify(extension.transitions(part)))
    const targets = new Set([part.to(), ...(block.ways ?? []).map((way) => part.to(way.id))])
    return isAllowed(made, targets) ? made : null
  } catch {
    return null
  }
}

function vendorPart(
  id: string,
  { kind, fields, ways = [], next }: VendorBlock,
  to: Targeting,
  extension: Pick<ExtensionBlock, 'fields'>,
): VendorPart {
  const textOf = (way?: string): string => (way === undefined ? id : wayText(id, way))
  return {
    id,
    fields: { ...defaultsOf(extension), ...fields },
    to: (way) => to(way === undefined ? next : ways.find((one) => one.id === way)?.next),
    say: (way) => ({ type: 'send', params: { block: id, kind: 'flow_message', text: textOf(way) } }),
    show: (extra, facts, way) => ({
      type: 'sendExtra',
      params: { block: id, text: textOf(way), extra, facts: [...facts] },
    }),
    fact: (name, op, value) => {
      const condition: FactCondition = { source: 'fact', name: `${vendorOf(kind)}.${name}`, op }
      return { type: 'when', params: { ...condition, ...(value === undefined ? {} : { value }) } }
    },
  }
}

/** The fields of a new block. */
export function defaultsOf({ fields }: Pick<ExtensionBlock, 'fields'>): VendorPart['fields'] {
  return Object.fromEntries(
    Object.entries(fields?.properties ?? {}).flatMap(([name, schema]) =>
      schema.default === undefined ? [] : [[name, schema.default]],
    ),
  )
}

function isAllowed(transitions: readonly JsonTransition[], targets: ReadonlySet<string>): boolean {
  return (
    transitions.length > 0 &&
    transitions.at(-1)?.guard === undefined &&
    transitions.every(
      ({ target, guard, actions = [] }) =>
        target !== undefined &&
        targets.has(target) &&
        (guard === undefined || GUARDS.includes(guard.type)) &&
        actions.every(({ type }) => ACTIONS.includes(type)),
    )
  )
}
