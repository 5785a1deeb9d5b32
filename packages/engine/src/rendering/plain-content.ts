import type { ChoiceOption, MessageContent } from '@shopbell/protocol'

/** A message as every place can show it that knows words, buttons and perhaps cards. */
export interface PlainContent {
  /** Without the flow's own markup; empty where there are only options or cards. */
  readonly text: string
  readonly options: readonly ChoiceOption[]
  readonly items: readonly PlainItem[]
}

/** A card; `line` is all of it in one line. */
export interface PlainItem {
  readonly title: string
  readonly line: string
  readonly image?: string | undefined
  readonly url?: string | undefined
}

/** What a message shows, for programs that have no panel of ours. */
export function plainContent(content: MessageContent): PlainContent {
  return { text: textOf(content), options: optionsOf(content), items: itemsOf(content) }
}

/** Words and cards as lines of plain text. */
export function linesOf({ text, items }: PlainContent): string {
  return [...(text === '' ? [] : [text]), ...items.map(({ line }) => line)].join('\n')
}

function textOf(content: MessageContent): string {
  return 'text' in content ? plain(content.text ?? '') : ''
}

/** The flow's small markup as other programs can show it: a link as its words and its address, emphasis without its stars. */
function plain(text: string): string {
  return text
    .replaceAll(/\[([^\]\n]{1,200})\]\(([^()\s]{1,2000})\)/g, '$1 ($2)')
    .replaceAll(/\*\*([^*\n]{1,500})\*\*/g, '$1')
}

function optionsOf(content: MessageContent): readonly ChoiceOption[] {
  if (content.kind === 'choices') return content.options
  return content.kind === 'form' ? (content.field.options ?? []) : []
}

function itemsOf(content: MessageContent): readonly PlainItem[] {
  switch (content.kind) {
    case 'products':
      return content.items.map(({ title, price, image, url }) => ({
        title,
        line: inOneLine(title, price, url),
        image,
        url,
      }))
    case 'order': {
      const { title, status, url } = content
      return [{ title, line: inOneLine(title, status, url), url }]
    }
    case 'file':
      return [{ title: content.name, line: content.name }]
    default:
      return []
  }
}

function inOneLine(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' · ')
}
