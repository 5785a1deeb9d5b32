import { startTrying, type TryRequest } from './try-flow.ts'

// Conversations are played beside the page: compiling a large flow takes longer than a frame.
const tryFlow = startTrying()

onmessage = ({ data }: MessageEvent<TryRequest>) => {
  postMessage(tryFlow(data))
}
