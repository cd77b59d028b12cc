interface Batch<Item, Answer> {
  items: Item[]
  answers: Promise<Answer[]>
}

/**
 * Reads one item; those that are asked for in the same moment are read together, `most` at a time and one batch
 * after the other. What is asked for while a batch waits for its turn goes with it.
 * @param read gives the answers in the order of the items.
 */
export function inBatches<Item, Answer>(
  most: number,
  read: (items: Item[]) => Promise<Answer[]>,
): (item: Item) => Promise<Answer> {
  let open: Batch<Item, Answer> | undefined
  let last: Promise<unknown> = Promise.resolve()

  const begin = (): Batch<Item, Answer> => {
    const items: Item[] = []
    const moment = new Promise((over) => setTimeout(over))
    const answers = Promise.all([moment, last]).then(() => {
      if (open?.items === items) open = undefined
      return read(items)
    })
    last = Promise.allSettled([answers])
    return { items, answers }
  }
  return async (item) => {
    if (!open || open.items.length === most) open = begin()
    const { items, answers } = open
    const at = items.push(item) - 1
    return (await answers)[at] as Answer // one for each item
  }
}
