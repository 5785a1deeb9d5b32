import { checkFlow, type CheckRequest } from './check.ts'

// The draft is checked beside the page, so that typing never waits for it.
onmessage = ({ data }: MessageEvent<CheckRequest>) => {
  postMessage(checkFlow(data))
}
