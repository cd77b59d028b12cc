'use client'
import { type ReactNode, useId } from 'react'

interface GroupProps {
  title: string
  /** At the right of the title: a button for all of the group. */
  end?: ReactNode
  children: ReactNode
}

/** A named part of a section: parameters repeat their names in different groups. */
export function Group({ title, end, children }: GroupProps) {
  const id = useId()
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the legend of a fieldset cannot share its line with a button
    <div role="group" aria-labelledby={id} className="flex flex-col gap-4">
      <div className="flex min-h-6 items-center gap-4 border-b border-line pb-1">
        <h3 id={id} className="text-label font-semibold">
          {title}
        </h3>
        {end}
      </div>
      {children}
    </div>
  )
}
