/** The store was removed while somebody was in it. */
export class StoreGone extends Error {
  constructor(storeId: number) {
    super(`Store ${String(storeId)} is gone.`)
  }
}
