import type { ReactNode } from 'react'

import type { Light } from '@/lib/ipsec-connections/lights'

import { ConnectionLight } from './light'

interface SettingsGroupProps {
  title: string
  light?: Light
  children: ReactNode
}

/** A named part of the settings, with how it is doing beside its name. */
export function SettingsGroup({ title, light, children }: SettingsGroupProps) {
  return (
    <section>
      <h2 className="mb-2.5 flex items-center gap-3 text-section font-semibold">
        {title}
        {light && (
          <span className="text-label font-normal">
            <ConnectionLight light={light} />
          </span>
        )}
      </h2>
      {children}
    </section>
  )
}
