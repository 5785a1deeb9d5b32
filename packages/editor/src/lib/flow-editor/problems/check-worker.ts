import { startChecking, type CheckRequest } from './check.ts'

// The draft is checked beside the page, so that typing never waits for it.
const check = startChecking()

onmessage = ({ data }: MessageEvent<CheckRequest>) => {
  postMessage(check(data))
}
