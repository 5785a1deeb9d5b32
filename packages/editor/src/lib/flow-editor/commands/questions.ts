import { applyOperations, type FlowDocument, type FlowOperation, type Profile } from '@shopbell/engine'
import { dropTexts } from './blocks.ts'
import type { MakeCommand } from './command.ts'
import { freshId } from './fresh-id.ts'
import { drop, place, put } from './operations.ts'

type Question = { readonly id: string; readonly enabled: boolean }

/** Why a list cannot take one more: shown where the hand is, before the limit is hit (FAQ-01, FAQ-02). */
export type ListLimit = 'maxCreated' | 'maxEnabled'

/** The questions of a list block in the seller's order. */
export function questionsOf({ blocks }: FlowDocument, block: string): readonly Question[] {
  const shape = blocks[block]
  return shape && 'questions' in shape ? shape.questions : []
}

/** The limit that adding or switching on would break, or null. */
export function limitHit(
  document: FlowDocument,
  block: string,
  profile: Profile,
  doing: 'create' | 'enable',
): ListLimit | null {
  const questions = questionsOf(document, block)
  const { maxCreated, maxEnabled } = profile.reception.faq
  if (doing === 'create') return questions.length >= maxCreated ? 'maxCreated' : null
  return questions.filter(({ enabled }) => enabled).length >= maxEnabled ? 'maxEnabled' : null
}

/** Adds a question at the end of the list, on when there is room. Null when the list is full. */
export function addQuestion(
  block: string,
  profile: Profile,
  words: { question?: string; answer?: string } = {},
): MakeCommand {
  return (document) => {
    if (limitHit(document, block, profile, 'create')) return null
    const questions = questionsOf(document, block)
    const id = freshId(
      `q-${questions.length + 1}`,
      questions.map((question) => question.id),
    )
    const enabled = limitHit(document, block, profile, 'enable') === null
    const lastOfLane = questions.filter((question) => question.enabled === enabled).at(-1)
    const locale = document.defaultLocale
    return {
      name: { key: 'addQuestion', subject: words.question ?? id },
      touches: [block, id],
      operations: [
        place(
          ['blocks', block, 'questions', id],
          { id, enabled },
          (lastOfLane ?? questions.at(-1))?.id ?? null,
        ),
        ...(words.question === undefined
          ? []
          : [put(['texts', locale, `${block}.${id}.question`], words.question)]),
        ...(words.answer === undefined
          ? []
          : [put(['texts', locale, `${block}.${id}.answer`], words.answer)]),
      ],
    }
  }
}

/** Adds one question per line, as many as the list still takes: one undo step. Null when it takes none. */
export function addQuestions(block: string, profile: Profile, lines: readonly string[]): MakeCommand {
  return (document) => {
    const operations: FlowOperation[] = []
    const touches: string[] = [block]
    let current = document
    for (const line of lines) {
      const command = addQuestion(block, profile, { question: line })(current)
      if (!command) break
      operations.push(...command.operations)
      touches.push(...command.touches.slice(1))
      current = applyOperations(current, command.operations).document
    }
    if (operations.length === 0) return null
    return { name: { key: 'addQuestion', subject: touches[1] ?? block }, touches, operations }
  }
}

export function deleteQuestion(block: string, id: string): MakeCommand {
  return (document) => ({
    name: { key: 'deleteQuestion', subject: id },
    touches: [block, id],
    operations: [drop(['blocks', block, 'questions', id]), ...dropTexts(document, `${block}.${id}`)],
  })
}

/** Moves a question after another, into the lane `enabled`. Null when that lane is full: the view offers a swap instead. */
export function moveQuestion(
  block: string,
  id: string,
  after: string | null,
  enabled: boolean,
  profile: Profile,
): MakeCommand {
  return (document) => {
    const question = questionsOf(document, block).find((one) => one.id === id)
    if (!question) return null
    if (enabled && !question.enabled && limitHit(document, block, profile, 'enable')) return null
    return {
      name: { key: question.enabled === enabled ? 'moveQuestion' : 'switchQuestion', subject: id },
      touches: [block, id],
      operations: [place(['blocks', block, 'questions', id], { id, enabled }, after)],
    }
  }
}

export function switchQuestion(block: string, id: string, enabled: boolean, profile: Profile): MakeCommand {
  return (document) => {
    if (enabled && limitHit(document, block, profile, 'enable')) return null
    return {
      name: { key: 'switchQuestion', subject: id },
      touches: [block, id],
      operations: [put(['blocks', block, 'questions', id, 'enabled'], enabled)],
    }
  }
}

/** Switches one on and another off, each taking the other's place: one undo step. */
export function swapQuestions(block: string, on: string, off: string): MakeCommand {
  return (document) => {
    const questions = questionsOf(document, block)
    const before = (id: string): string | null =>
      questions[questions.findIndex((one) => one.id === id) - 1]?.id ?? null
    const [beforeOn, beforeOff] = [before(on), before(off)]
    return {
      name: { key: 'swapQuestions', subject: on },
      touches: [block, on, off],
      operations: [
        place(
          ['blocks', block, 'questions', on],
          { id: on, enabled: true },
          beforeOff === on ? beforeOn : beforeOff,
        ),
        place(
          ['blocks', block, 'questions', off],
          { id: off, enabled: false },
          beforeOn === off ? on : beforeOn,
        ),
      ],
    }
  }
}
