import Type, { type Static } from 'typebox'
import { closed } from '../field.ts'

/** By what an account wants to be told that a buyer waits; each can be switched off by itself. */
export const Notices = Type.Object(
  {
    /** A short tone in the open console. */
    sound: Type.Boolean(),
    /** The number in the page's title and on its icon. */
    badge: Type.Boolean(),
    /** The system's notification; the browser asks for leave on each device. */
    desktop: Type.Boolean(),
    /** An e-mail when buyers wait and the account is offline; needs a mail server. */
    mail: Type.Boolean(),
  },
  closed,
)
export type Notices = Static<typeof Notices>

/**
 * `GET /api/v1/attendance`: how the asking account attends. `robotNotifies` is the rule book's: whether a message that the robot
 * answers is told to people, too (WEL-11, FAQ-14).
 */
export const Attendance = Type.Object(
  { busy: Type.Boolean(), notices: Notices, robotNotifies: Type.Boolean() },
  closed,
)
export type Attendance = Static<typeof Attendance>

/** `POST /api/v1/attendance`: changes what is named, and answers `Attendance`. `busy` stays until it is taken back (ACT-04). */
export const AttendanceBody = Type.Object(
  { busy: Type.Optional(Type.Boolean()), notices: Type.Optional(Type.Partial(Notices)) },
  closed,
)
export type AttendanceBody = Static<typeof AttendanceBody>
