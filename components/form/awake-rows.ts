const awake = new WeakSet<Element>()

/** Says that the controls of a row answer: what was typed into them before is in the form now. */
export const wakeRow = (row: Element | null): void => {
  if (row) awake.add(row)
}

/** Milliseconds between two looks at what comes to life in a few of them. */
const LOOK = 20

/**
 * Waits until every row of a form is awake. The sections of a page come to life one after another: a form sent
 * before the last of them would lack what was typed there.
 */
export async function allRowsAwake(form: Element | null): Promise<void> {
  const isAsleep = (row: Element) => !awake.has(row)
  while ([...(form?.querySelectorAll('[data-path]') ?? [])].some(isAsleep))
    await new Promise((resolve) => setTimeout(resolve, LOOK))
}
