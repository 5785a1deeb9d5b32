import type { FormField, MessageContent } from '@shopbell/protocol'
import type { Language } from '../script/script.ts'

/** Tells a message's content the way a script writes it: its text, then what can be tapped or filled in, in square brackets. */
export function tellContent(content: MessageContent, language: Language): string {
  switch (content.kind) {
    case 'text':
    case 'note':
      return content.text
    case 'choices':
      return withBrackets(content.text, labels(content.options))
    case 'form':
      return withBrackets(content.text, tellField(content.field, language))
    case 'products':
      return withBrackets(
        content.text,
        content.items.map(({ title, price }) => (price ? `${title}, ${price}` : title)).join(' | '),
      )
    case 'order':
      return withBrackets(content.title, content.status)
    case 'file':
      return withBrackets(undefined, content.name)
  }
}

function withBrackets(text: string | undefined, inside: string): string {
  return text ? `${text} [${inside}]` : `[${inside}]`
}

function labels(options: FormField['options'] = []): string {
  return options.map(({ label }) => label).join(' | ')
}

/** `[500 ml | 750 ml]`, `[several: Laser | Silk print]`, `[number, pcs, 1 or more]`, `[date]`, `[text]`. */
function tellField({ type, options, unit, min, max }: FormField, language: Language): string {
  const say = WORDS[language]
  switch (type) {
    case 'choice':
      return labels(options)
    case 'choices':
      return say.several + labels(options)
    case 'number':
      return [say.number, unit, say.range(min, max)].filter(Boolean).join(say.comma)
    case 'text':
    case 'date':
    case 'file':
      return say[type]
  }
}

interface Words {
  readonly several: string
  readonly number: string
  readonly text: string
  readonly date: string
  readonly file: string
  readonly comma: string
  readonly range: (min?: number, max?: number) => string
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    several: 'several: ',
    number: 'number',
    text: 'text',
    date: 'date',
    file: 'file',
    comma: ', ',
    range: (min, max) => {
      if (min !== undefined && max !== undefined) return `${String(min)} to ${String(max)}`
      if (min !== undefined) return `${String(min)} or more`
      return max === undefined ? '' : `up to ${String(max)}`
    },
  },
  zh: {
    several: '多选：',
    number: '数字',
    text: '文字',
    date: '日期',
    file: '文件',
    comma: '，',
    range: (min, max) => {
      if (min !== undefined && max !== undefined) return `${String(min)} 至 ${String(max)}`
      if (min !== undefined) return `至少 ${String(min)}`
      return max === undefined ? '' : `至多 ${String(max)}`
    },
  },
}
