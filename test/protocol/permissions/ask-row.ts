import { HttpError } from '@shopbell/protocol'
import { type Answered, ask, type Method } from '../console-stage/ask.ts'
import { type Asker, hasAccount } from './askers.ts'
import type { RouteRow } from './route-rows.ts'
import { idFor, type IdKind } from './things.ts'
import { credentialsOf, type Shown, type World } from './world.ts'

/** Asks for a row's route as `asker`, with an id of that kind; who has no account asks for what the owner has. */
export async function askFor(
  world: World,
  row: RouteRow,
  asker: Asker,
  { id, method }: { readonly id: IdKind; readonly method?: Method },
): Promise<Answered> {
  const owner = hasAccount(asker) ? asker : 'owner'
  const named = row.names === undefined ? '' : await idFor(world, row.names, id, owner)
  const shown =
    row.endsSession && hasAccount(asker)
      ? { cookie: await world.signInAgain(asker) }
      : credentialsOf(world, asker)
  return askWith(world, row, { shown, named, ...(method === undefined ? {} : { method }) })
}

let asked = 0

/** Asks for a row's route with these credentials, and this id where the row names a thing. */
export function askWith(
  world: World,
  row: RouteRow,
  { shown, named, method }: { readonly shown: Shown; readonly named: string; readonly method?: Method },
): Promise<Answered> {
  const [verb = '', url = ''] = row.route.split(' ')
  const path = row.path?.replace(':thing', named) ?? url.replace(/:\w+/, named)
  const body = row.body === undefined ? {} : { body: row.body }
  // From an address of its own: what is tried here is not how often one may ask.
  asked += 1
  const { key, ...who } = shown
  const address = `10.1.${asked >> 8}.${asked & 255}`
  return ask(world.stage, method ?? methodOf(verb), path.replace('/api/v1', ''), {
    ...who,
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
    ...body,
    address,
  })
}

/** The status of what was done, or the code of the error. */
export function outcomeOf(answer: Answered): number | string {
  return answer.status < 400 ? answer.status : answer.as(HttpError).code
}

function methodOf(text: string): Method {
  const known = (['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const).find((method) => method === text)
  if (known === undefined) throw new Error(`No row can ask with ${text}.`)
  return known
}
