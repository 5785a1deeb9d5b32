import { BLOCK_KINDS, kindOf, PROFILES, type Block, type FlowDocument } from '@shopbell/engine'
import fc from 'fast-check'
import {
  addBlock,
  connect,
  deleteBlocks,
  disconnect,
  moveBlocks,
  renameBlock,
  switchBlock,
} from '../../commands/blocks.ts'
import { becomeFlow } from '../../commands/become-flow.ts'
import type { Command, MakeCommand } from '../../commands/command.ts'
import {
  addQuestion,
  deleteQuestion,
  moveQuestion,
  questionsOf,
  swapQuestions,
  switchQuestion,
} from '../../commands/questions.ts'
import {
  addLocale,
  deleteLocale,
  renameFlow,
  setDefaultLocale,
  setText,
  writeTexts,
} from '../../commands/texts.ts'

const KINDS = Object.keys(BLOCK_KINDS).filter(isKind)
const PROFILE = PROFILES.marketplace

function isKind(kind: string): kind is Block['kind'] {
  return Object.hasOwn(BLOCK_KINDS, kind)
}

/** Any command a seller could give on whatever document is there: numbers choose among what exists. For property tests. */
export function anyCommand(): fc.Arbitrary<MakeCommand> {
  return fc
    .record({
      what: fc.nat(18),
      a: fc.nat(1000),
      b: fc.nat(1000),
      c: fc.nat(1000),
      text: fc.string({ maxLength: 30 }),
      on: fc.boolean(),
    })
    .map((chance) => (document: FlowDocument) => choose(document, chance))
}

interface Chance {
  readonly what: number
  readonly a: number
  readonly b: number
  readonly c: number
  readonly text: string
  readonly on: boolean
}

function choose(document: FlowDocument, { what, a, b, c, text, on }: Chance): Command | null {
  const blocks = Object.keys(document.blocks)
  const block = pick(blocks, a)
  const lists = blocks.filter((id) => questionsOf(document, id).length > 0)
  const list = pick(lists, a)
  const questions = list === undefined ? [] : questionsOf(document, list).map(({ id }) => id)
  const port = pick(portsOf(document), b)
  const locales = Object.keys(document.texts)
  const make = ((): MakeCommand | undefined => {
    switch (what) {
      case 0:
        return addBlock(pick(KINDS, a) ?? 'message', { x: b, y: c, ...(port && on ? { from: port } : {}) })
      case 1:
        return deleteBlocks(blocks.filter((_, index) => (index + a) % 5 === 0))
      case 2:
        return block === undefined ? undefined : moveBlocks({ [block]: { x: b - 500, y: c - 500 } })
      case 3:
        return block === undefined ? undefined : renameBlock(block, text)
      case 4:
        return port && block !== undefined ? connect(port, block) : undefined
      case 5:
        return port && disconnect(port)
      case 6:
        return block !== undefined && hasSwitch(document, block) ? switchBlock(block, on) : undefined
      case 7:
        return list === undefined ? undefined : addQuestion(list, PROFILE, { question: text, answer: text })
      case 8:
        return list === undefined ? undefined : deleteQuestion(list, pick(questions, b) ?? '')
      case 9:
        return list === undefined
          ? undefined
          : moveQuestion(list, pick(questions, b) ?? '', pick([null, ...questions], c) ?? null, on, PROFILE)
      case 10:
        return list === undefined ? undefined : switchQuestion(list, pick(questions, b) ?? '', on, PROFILE)
      case 11:
        return list === undefined
          ? undefined
          : swapQuestions(list, pick(questions, b) ?? '', pick(questions, c) ?? '')
      case 12:
        return block === undefined ? undefined : setText(pick(locales, b) ?? 'en', block, text)
      case 13:
        return addLocale(on ? 'de' : 'fr')
      case 14:
        return deleteLocale(pick(locales, b) ?? 'fr')
      case 15:
        return setDefaultLocale(pick(locales, b) ?? 'en')
      case 16:
        return writeTexts(blocks.slice(0, 3).map((key) => ({ locale: on ? 'pl' : 'en', key, text })))
      case 17:
        return becomeFlow({ ...document, name: text === '' ? 'Other' : text, ...(on ? NOTHING_IN_IT : {}) })
      default:
        return renameFlow(text === '' ? 'Flow' : text)
    }
  })()
  return make?.(document) ?? null
}

const NOTHING_IN_IT = { blocks: {}, entries: {}, layout: {}, texts: {} }

function portsOf({ blocks }: FlowDocument): readonly { readonly block: string; readonly port: string }[] {
  return Object.entries(blocks).flatMap(([block, shape]) =>
    kindOf(shape)
      .ports(shape)
      .map(({ at: port }) => ({ block, port })),
  )
}

function hasSwitch({ blocks }: FlowDocument, id: string): boolean {
  const shape = blocks[id]
  return shape !== undefined && shape.kind !== 'handoff' && shape.kind !== 'end'
}

function pick<T>(list: readonly T[], number: number): T | undefined {
  return list[number % Math.max(1, list.length)]
}
