import type { ListChange, QuestionChange } from '@shopbell/protocol'
import type { Block } from '../blocks/registry.ts'
import type { Compared } from './flow-diff.ts'
import { movedItems } from './moved-items.ts'

/** The question lists that are there on both sides and have other questions, another order, or others switched on. */
export function listChanges({ before, after, order, words }: Compared): ListChange[] {
  return order.flatMap((id): ListChange[] => {
    const block = after.blocks[id]
    const [old, made] = [questionsOf(before.blocks[id]), questionsOf(block)]
    if (!block || !old || !made) return []
    const questions = questionChanges(old, made, (question) => words.item(id, question))
    const on = made.filter(({ enabled }) => enabled).length
    return questions.length === 0
      ? []
      : [{ block: id, kind: block.kind, title: words.title(id), on, questions }]
  })
}

interface Question {
  readonly id: string
  readonly enabled: boolean
}

function questionsOf(block: Block | undefined): readonly Question[] | null {
  return block && 'questions' in block ? block.questions : null
}

function questionChanges(
  old: readonly Question[],
  made: readonly Question[],
  wordsOf: (question: string) => string,
): QuestionChange[] {
  const before = new Map(old.map((question) => [question.id, question]))
  const moved = movedItems(
    old.map(({ id }) => id),
    made.map(({ id }) => id),
  )
  const kept = made.flatMap(({ id, enabled }, index): QuestionChange[] => {
    const was = before.get(id)
    const shown = { id, words: wordsOf(id), on: enabled, place: index + 1 }
    if (!was) return [{ ...shown, change: 'added' }]
    return [
      ...(was.enabled === enabled
        ? []
        : [{ ...shown, change: enabled ? ('switchedOn' as const) : ('switchedOff' as const) }]),
      ...(moved.has(id) ? [{ ...shown, change: 'moved' as const }] : []),
    ]
  })
  const gone = old.flatMap(({ id, enabled }, index): QuestionChange[] =>
    made.some((question) => question.id === id)
      ? []
      : [{ id, words: wordsOf(id), on: enabled, place: index + 1, change: 'removed' }],
  )
  return [...kept, ...gone]
}
