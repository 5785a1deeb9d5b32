import { readHeaderLine, type Header } from './read-header.ts'
import { ScriptError } from './script-error.ts'
import type { Claim, Language, Line, Scene, Script } from './script.ts'
import { readSentence, type Sentence } from './sentences.ts'

/** A script's line with the indented lines that go on with it. */
interface Paragraph {
  readonly line: number
  readonly first: string
  readonly rest: readonly string[]
}

interface OpenScene {
  readonly act: Scene['act']
  readonly line: number
  readonly lines: (Line & { readonly line: number })[]
  readonly claims: (Claim & { readonly line: number })[]
}

/**
 * Reads a conversation script (`docs/conversation-scripts.md`). Lines beginning with `#` are remarks; an indented line goes on with
 * the text above it. Throws a `ScriptError` naming file and line for a sentence the grammar does not have.
 */
export function parseScript(file: string, source: string): Script {
  let header: Header = {}
  let language: Language | null = null
  const scenes: OpenScene[] = []
  for (const { line, first, rest } of paragraphs(file, source)) {
    const field = scenes.length === 0 ? readHeaderLine(first) : null
    if (field) {
      header = { ...header, ...field }
      continue
    }
    const read = readSentence(first)
    if (!read)
      throw new ScriptError(
        file,
        line,
        `“${first}” is no sentence of a script; see docs/conversation-scripts.md.`,
      )
    language ??= read.language
    if (language !== read.language)
      throw new ScriptError(file, line, 'A script keeps to one language for its sentences.')
    addTo(scenes, withRest(read.sentence, rest, file, line), file, line)
  }
  if (language === null)
    throw new ScriptError(file, 1, 'The script is empty; begin with what the buyer does.')
  return { file, language, ...header, scenes }
}

function addTo(scenes: OpenScene[], sentence: Sentence, file: string, line: number): void {
  if (sentence.part === 'act') {
    scenes.push({ act: sentence.act, line, lines: [], claims: [] })
    return
  }
  const scene = scenes.at(-1)
  if (!scene)
    throw new ScriptError(file, line, 'Something has to happen first; begin with what the buyer does.')
  if (sentence.part === 'claim') {
    if (sentence.claim.claims === 'silence' && scene.lines.some(({ speaker }) => speaker !== 'system')) {
      throw new ScriptError(
        file,
        line,
        'The robot cannot say something and stay silent; remove one of the two.',
      )
    }
    scene.claims.push({ ...sentence.claim, line })
    return
  }
  if (sentence.speaker !== 'system' && scene.claims.some(({ claims }) => claims === 'silence')) {
    throw new ScriptError(file, line, 'The robot cannot stay silent and say this; remove one of the two.')
  }
  const openEnded = sentence.text.endsWith('…')
  const body = openEnded ? sentence.text.slice(0, -1).trimEnd() : sentence.text
  scene.lines.push({ speaker: sentence.speaker, body, openEnded, line })
}

/** Puts the indented lines back under the text they belong to. */
function withRest(sentence: Sentence, rest: readonly string[], file: string, line: number): Sentence {
  if (rest.length === 0) return sentence
  const longer = (text: string): string => [text, ...rest].join('\n')
  if (sentence.part === 'line') return { ...sentence, text: longer(sentence.text) }
  if (sentence.part === 'act' && 'text' in sentence.act) {
    return { part: 'act', act: { ...sentence.act, text: longer(sentence.act.text) } }
  }
  throw new ScriptError(
    file,
    line + 1,
    'This indented line goes on with nothing; only what somebody says has more lines.',
  )
}

function paragraphs(file: string, source: string): readonly Paragraph[] {
  const found: { line: number; first: string; rest: string[] }[] = []
  let blanks = 0
  for (const [index, raw] of source.replaceAll('\r\n', '\n').split('\n').entries()) {
    const text = raw.trim()
    const last = found.at(-1)
    if (text === '') {
      blanks += 1
    } else if (/^\s/.test(raw)) {
      if (!last) throw new ScriptError(file, index + 1, 'The first line of a script is not indented.')
      last.rest.push(...Array.from({ length: blanks }, () => ''), text)
      blanks = 0
    } else {
      blanks = 0
      if (!text.startsWith('#')) found.push({ line: index + 1, first: text, rest: [] })
    }
  }
  return found
}
