import Type, { type Static } from 'typebox'
import { closed, ShownText } from '../field.ts'

const Count = Type.Integer({ minimum: 0 })

/** How often buyers said that the automatic answer to a question solved their matter, and that it did not (FAQ-17). */
export const JudgedQuestion = Type.Object(
  {
    /** The question's id in the flow, or in the list for cards. */
    id: Type.String({ maxLength: 200 }),
    /** As the buyer who judged last had asked it. */
    question: ShownText,
    solved: Count,
    unsolved: Count,
  },
  closed,
)
export type JudgedQuestion = Static<typeof JudgedQuestion>

/** `GET /api/v1/answers/judged`: the questions whose answers were judged, the one that left most buyers unhelped first. */
export const JudgedQuestions = Type.Object({ questions: Type.Array(JudgedQuestion) }, closed)
export type JudgedQuestions = Static<typeof JudgedQuestions>
