import type { MessageContent } from '@shopbell/protocol'
import type { Effect } from '../conversation/effect.ts'
import type { Step } from '../conversation/step-result.ts'

/**
 * A step in lines that read like a transcript: `welcome: Hello`, `faq_list: Tap one: [Price? | Shipping?]`, `= size: Large`,
 * `→ waiting (sales)`, `timer reminder ask-size`, `(NOT_FOUND_IN_LIST)` for a reason of silence, `✗ NOT_HELD` for a refused event.
 */
export function tellStep({ effects, refusals, rejected }: Step): readonly string[] {
  if (rejected) return [`✗ ${rejected.code}`]
  return [...effects.flatMap(tellEffect), ...refusals.map(({ code }) => `(${code})`)]
}

function tellEffect(effect: Effect): readonly string[] {
  switch (effect.type) {
    case 'message':
      return [`${effect.kind}: ${tellContent(effect.content)}`]
    case 'collect':
      return [`= ${effect.variable}: ${effect.shown}`]
    case 'handling':
      return [`→ ${effect.to}${effect.group === undefined ? '' : ` (${effect.group})`}`]
    case 'schedule':
      return [`timer ${effect.kind} ${effect.block}`]
    case 'cancel':
      return [`no timer ${effect.generation}`]
    case 'remember':
      return []
  }
}

function tellContent(content: MessageContent): string {
  switch (content.kind) {
    case 'text':
      return content.text
    case 'note':
      return content.code
    case 'choices':
      return `${content.text ?? ''} [${content.options.map(({ label }) => label).join(' | ')}]`
    case 'products':
      return `${content.text ?? ''} [${content.items.map(({ title }) => title).join(' | ')}]`
    case 'form': {
      const { type, options = [], unit, min, max } = content.field
      const bounds = [unit, min, max].filter((part) => part !== undefined).join(' ')
      return `${content.text} [${type}: ${options.map(({ label }) => label).join(' | ')}${bounds}]`
    }
    default:
      return content.kind
  }
}
