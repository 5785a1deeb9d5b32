import { Attendance, AttendanceBody } from '@shopbell/protocol'
import { changeAttendance, readAttendance } from '../../inbox/attendance.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'

/** How the asking account attends: whether it is busy, and by what it is told that a buyer waits. */
export function attendanceRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  app.get(
    '/attendance',
    {
      config: { access: 'person' },
      schema: {
        operationId: 'readAttendance',
        summary: 'Tells how the asking account attends.',
        response: { 200: Attendance },
      },
    },
    (request) => readAttendance(parts, actorOf(request)),
  )
  app.post(
    '/attendance',
    {
      config: { access: 'person' },
      schema: {
        operationId: 'changeAttendance',
        summary: 'Changes how the asking account attends; what is left out stays.',
        body: AttendanceBody,
        response: { 200: Attendance },
      },
    },
    (request) => changeAttendance(parts, actorOf(request), request.body),
  )
}
