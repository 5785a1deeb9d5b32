/**
 * What a tried buyer does, in words that outlive an edit of the flow: `source` is the block whose newest message is meant, where the
 * wire names a message by its number. `wait` lets time pass until the next timer fires.
 */
export type BuyerAct =
  | { readonly type: 'say'; readonly text: string }
  | { readonly type: 'tap'; readonly source: string; readonly option: string }
  | {
      readonly type: 'answer'
      readonly source: string
      readonly value: string | number | readonly string[]
    }
  | { readonly type: 'choose'; readonly item: string }
  | { readonly type: 'wait' }
