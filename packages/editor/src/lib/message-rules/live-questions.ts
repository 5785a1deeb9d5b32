import { readFlow } from '@shopbell/engine'
import { readLiveFlow } from '#lib/api/flow.ts'

/** A question that is on in the live flow, as its first language has it. */
export interface LiveQuestion {
  readonly id: string
  readonly words: string
}

/** The questions whose answers the menu can give; none before the first publish. */
export async function liveQuestions(): Promise<readonly LiveQuestion[]> {
  const answer = await readLiveFlow()
  const flow = answer.ok ? readFlow(answer.value.document) : null
  if (!flow?.ok) return []
  const { blocks, texts, defaultLocale } = flow.document
  return Object.entries(blocks).flatMap(([block, content]) =>
    'questions' in content
      ? content.questions
          .filter(({ enabled }) => enabled)
          .map(({ id }) => ({ id, words: texts[defaultLocale]?.[`${block}.${id}.question`] ?? id }))
      : [],
  )
}
