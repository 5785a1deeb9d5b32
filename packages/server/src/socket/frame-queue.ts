/** Frames of one socket that are answered one after the other. */
export interface FrameQueue<Frame> {
  /** False: too many wait already, and this one was not taken. */
  readonly add: (frame: Frame) => boolean
  readonly clear: () => void
}

export interface FrameQueueOptions<Frame> {
  readonly maxWaiting: number
  readonly answer: (frame: Frame) => Promise<void>
  /** An answer failed; the next frame is answered all the same. */
  readonly onFailure: (error: unknown, frame: Frame) => void
}

export function createFrameQueue<Frame>({
  maxWaiting,
  answer,
  onFailure,
}: FrameQueueOptions<Frame>): FrameQueue<Frame> {
  const waiting: Frame[] = []
  let isWorking = false

  async function work(): Promise<void> {
    isWorking = true
    for (let frame = waiting.shift(); frame !== undefined; frame = waiting.shift()) {
      try {
        await answer(frame)
      } catch (error) {
        onFailure(error, frame)
      }
    }
    isWorking = false
  }

  return {
    add: (frame) => {
      if (waiting.length >= maxWaiting) return false
      waiting.push(frame)
      if (!isWorking) void work()
      return true
    },
    clear: () => {
      waiting.length = 0
    },
  }
}
