import { Attendance, type AttendanceBody } from '@shopbell/protocol'
import type { Answer } from './answer.ts'
import { request } from './request.ts'

/** How the account that is signed in attends. */
export const readAttendance = (): Promise<Answer<Attendance>> => request('GET', '/attendance', Attendance)

/** Changes what is named; the rest stays. */
export const changeAttendance = (changes: AttendanceBody): Promise<Answer<Attendance>> =>
  request('POST', '/attendance', Attendance, { json: changes })
