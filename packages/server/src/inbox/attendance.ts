import type { Profile } from '@shopbell/engine'
import type { Attendance, AttendanceBody, Notices } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import type { Bus } from '../bus/bus.ts'
import type { Clock } from '../clock.ts'
import { profileOfStore } from '../reception/profile-of-store.ts'
import { type AttendanceRow, attendanceOf, changeAttendance as changeRow } from '../store/agent-attendance.ts'
import type { Database } from '../store/database.ts'
import { runAsStore } from '../store/run-as.ts'

/** As it comes. The browser still asks before it shows anything on the desktop. */
export const DEFAULT_NOTICES: Notices = { sound: true, badge: true, desktop: false, mail: true }

/** How the acting account attends: busy or not, and by what it wants to be told. */
export function readAttendance(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  { storeId, accountId }: Actor,
): Promise<Attendance> {
  return runAsStore(database, storeId, async (tx) =>
    shownAttendance(
      await profileOfStore(tx, storeId, clock.now()),
      await attendanceOf(tx, storeId, accountId),
    ),
  )
}

/** Changes what is named; colleagues see at once who is busy. */
export async function changeAttendance(
  { database, bus, clock }: { readonly database: Database; readonly bus: Bus; readonly clock: Clock },
  { storeId, accountId }: Actor,
  changes: AttendanceBody,
): Promise<Attendance> {
  const attendance = await runAsStore(database, storeId, async (tx) =>
    shownAttendance(
      await profileOfStore(tx, storeId, clock.now()),
      await changeRow(tx, storeId, accountId, changes),
    ),
  )
  if (changes.busy !== undefined) bus.publish({ type: 'presence', storeId })
  return attendance
}

function shownAttendance({ counting }: Profile, row: AttendanceRow | null): Attendance {
  return {
    busy: row?.busy ?? false,
    notices: { ...DEFAULT_NOTICES, ...row?.notices },
    robotNotifies: counting.autoNotifiesAgent,
  }
}
