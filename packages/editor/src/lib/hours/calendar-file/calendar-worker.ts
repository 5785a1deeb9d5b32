import { readCalendarFile } from './read-calendar-file.ts'
import type { CalendarQuestion } from './read-in-worker.ts'

// A calendar of a megabyte takes a while to read; the page goes on meanwhile.
onmessage = ({ data: { bytes, today } }: MessageEvent<CalendarQuestion>) => {
  postMessage(readCalendarFile(bytes, today))
}
