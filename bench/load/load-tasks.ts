import Type from 'typebox'
import { task } from '../process/task.ts'

const crowd = Type.String()

/** What a round of load has shown; latencies in milliseconds. */
const Round = Type.Object({
  perSecond: Type.Number(),
  answered: Type.Integer(),
  refused: Type.Integer(),
  p50Ms: Type.Number(),
  p99Ms: Type.Number(),
})

/** Opens sockets at an address, which stay open until `DISMISS`. Asked again for the same crowd, it adds to it. */
export const GATHER = task(
  'gather',
  Type.Object({
    crowd,
    url: Type.String(),
    otherEnd: Type.Union([Type.Literal('shop'), Type.Literal('echo')]),
    buyers: Type.Integer(),
  }),
  Type.Null(),
)

/** Closed loop, all buyers of a crowd at once. */
export const SPEAK_IN_TURN = task('speak-in-turn', Type.Object({ crowd, durationMs: Type.Number() }), Round)

/** Open loop at a rate. */
export const SPEAK_ON_TIME = task(
  'speak-on-time',
  Type.Object({ crowd, perSecond: Type.Number(), durationMs: Type.Number() }),
  Round,
)

/** Every buyer of a crowd sends so many messages, one after the other. */
export const SAY_EACH = task('say-each', Type.Object({ crowd, messages: Type.Integer() }), Type.Null())

export const DISMISS = task('dismiss', Type.Object({ crowd }), Type.Null())
