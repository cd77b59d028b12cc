import { cx } from './cx'

/** A grey bar where text will stand; give it the width and height of that text. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={cx(
        'inline-block h-3.5 max-w-full animate-pulse rounded-control bg-line align-middle',
        className,
      )}
    />
  )
}
