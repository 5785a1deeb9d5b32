import type { BotkitReply } from '../botkit.ts'
import type { Unsent } from '../state/kept-conversation.ts'

type Content = Unsent['content']
export type Option = { readonly id: string; readonly label: string }

/** A message as every channel can show it: words, options to tap, cards. */
export interface Shown {
  readonly seq: number
  readonly text: string
  readonly options: readonly Option[]
  readonly items: readonly Item[]
}
export interface Item {
  readonly title: string
  readonly line: string
  readonly image?: string | undefined
  readonly url?: string | undefined
}

/** How one platform shows a message: one or more replies, in order. */
export type Channel = (shown: Shown) => readonly BotkitReply[]

export function shownOf({ seq, content }: Unsent): Shown {
  return { seq, text: textOf(content), options: optionsOf(content), items: itemsOf(content) }
}

function textOf(content: Content): string {
  return 'text' in content ? plain(content.text ?? '') : ''
}

/** The flow's small markup as other platforms can show it: a link as its words and its address, emphasis without its stars. */
function plain(text: string): string {
  return text
    .replaceAll(/\[([^\]\n]{1,200})\]\(([^()\s]{1,2000})\)/g, '$1 ($2)')
    .replaceAll(/\*\*([^*\n]{1,500})\*\*/g, '$1')
}

function optionsOf(content: Content): readonly Option[] {
  if (content.kind === 'choices') return content.options
  return content.kind === 'form' ? (content.field.options ?? []) : []
}

function itemsOf(content: Content): readonly Item[] {
  if (content.kind !== 'products') return []
  return content.items.map(({ title, price, image, url }) => ({
    title,
    line: [title, price, url].filter((part) => part !== undefined).join(' · '),
    image,
    url,
  }))
}

/** Words and cards as lines of plain text. */
export function linesOf({ text, items }: Shown): string {
  return [...(text === '' ? [] : [text]), ...items.map(({ line }) => line)].join('\n')
}

/** What comes back from a tapped button, so that it is known whatever its title says. */
export function payloadOf(seq: number, option: string): string {
  return `shopbell:${String(seq)}:${option}`
}

const PAYLOAD = /^shopbell:(\d{1,9}):([a-z0-9-]{1,40})$/

export function readPayload(text: string): { readonly message: number; readonly option: string } | null {
  const [, message, option] = PAYLOAD.exec(text) ?? []
  return message === undefined || option === undefined ? null : { message: Number(message), option }
}
