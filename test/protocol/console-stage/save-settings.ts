import { HttpError } from '@shopbell/protocol'
import Type from 'typebox'
import { type Answered, ask } from './ask.ts'
import type { ConsoleStage } from './open-console-stage.ts'

const REVISED = Type.Object({ revision: Type.Integer() })
const DESK = Type.Union([REVISED, Type.Object({ store: REVISED })])

/** Saves the store's settings of an area over those there are. */
export async function saveSettings(
  stage: ConsoleStage,
  cookie: string,
  area: string,
  settings: unknown,
): Promise<Answered> {
  const path = `/settings/${area}`
  const desk = (await ask(stage, 'GET', path, { cookie })).as(DESK)
  const { revision } = 'store' in desk ? desk.store : desk
  return ask(stage, 'POST', path, { cookie, body: { settings, revision } })
}

/** Of a refused save: its code, and what is unfit where. */
export function refusalOf(answered: Answered): readonly string[] {
  const { code, problems = [] } = answered.as(HttpError)
  return [code, ...problems.map(({ code: what, at }) => `${what} ${at}`)]
}
