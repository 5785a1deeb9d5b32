import { findWay, type FindRequest } from './find-way.ts'

// Hundreds of conversations may be tried until one comes there.
onmessage = ({ data }: MessageEvent<FindRequest>) => {
  postMessage(findWay(data))
}
