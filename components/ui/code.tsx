import type { ReactNode } from 'react'

import { CopyButton } from './copy-button'
import { cx } from './cx'

interface CodeProps {
  children: ReactNode
  className?: string
}

/** Ids, addresses, numbers: monospace, isolated so that right-to-left text cannot reorder its surroundings. */
export function Code({ children, className }: CodeProps) {
  return <bdi className={cx('mono break-words', className)}>{children}</bdi>
}

/** A value somebody will paste elsewhere. Never shortened. */
export function CopyableCode({ text, className }: { text: string; className?: string }) {
  return (
    <span className="inline-flex max-w-full items-center gap-0.5">
      <Code className={cx('break-all', className)}>{text}</Code>
      <CopyButton text={text} />
    </span>
  )
}

/** A read-only block of text to take elsewhere: a command, a device configuration. */
export function CodeBlock({ text }: { text: string }) {
  return (
    <div className="relative rounded-card border border-line bg-sunken">
      <pre
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what does not fit is scrolled by keys
        tabIndex={0}
        className="max-h-120 overflow-auto p-3 pr-10 mono whitespace-pre"
      >
        {text}
      </pre>
      {/* On a ground of its own: a long line goes on under it. */}
      <span className="absolute top-2 right-2 rounded-control bg-sunken">
        <CopyButton text={text} what="" />
      </span>
    </div>
  )
}
