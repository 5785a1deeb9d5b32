import type { Fault } from '../run/fault.ts'
import { serverKilled } from './f1-server-killed.ts'
import { wakesLost } from './f10-wakes-lost.ts'
import { slowReaders } from './f12-slow-readers.ts'
import { flooders } from './f13-flooders.ts'
import { timersSurvive } from './f14-timers.ts'
import { crashPoints } from './f2-crash-points.ts'
import { embeddedKilled } from './f21-embedded-killed.ts'
import { connectionsEnded } from './f23-connections-ended.ts'
import { databaseKilled } from './f3-database-killed.ts'
import { bothKilled } from './f4-both-killed.ts'
import { repliesCut } from './f5-replies-cut.ts'
import { databaseAway } from './f7-database-away.ts'
import { linksBroken } from './f8-links-broken.ts'
import { firstMessages } from './f9-first-messages.ts'

/** Every fault test, by the number it has in docs/reliability.md. */
export const ALL_FAULTS: readonly Fault[] = [
  serverKilled,
  crashPoints,
  databaseKilled,
  bothKilled,
  repliesCut,
  databaseAway,
  linksBroken,
  firstMessages,
  wakesLost,
  slowReaders,
  flooders,
  timersSurvive,
  embeddedKilled,
  connectionsEnded,
]
