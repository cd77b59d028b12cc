'use client'
import { memo, type ReactNode, Suspense } from 'react'

import { BgpSettings } from '@/components/ipsec-connection-form/bgp-settings'
import { EncryptionSettings } from '@/components/ipsec-connection-form/encryption-settings'
import { HealthChecks } from '@/components/ipsec-connection-form/health-checks'

import { AdvancedSettings } from './advanced-settings'
import { BasicSettings } from './basic-settings'
import { useValue } from './use-values'

/** The five sections of the guide. A connection that exists has its own settings, so three of them hide. */
export const Sections = memo(function Sections({ billing }: { billing: ReactNode }) {
  const create = useValue('resource.kind') === 'create'
  return (
    <>
      {/* Outside of a boundary, whose content would be shown later than the page around it. */}
      <BasicSettings billing={billing} />
      {/* Each boundary comes to life in a task of its own, so that none of them blocks the page for long. */}
      <div hidden={!create} className="flex flex-col gap-3">
        <Suspense>
          <EncryptionSettings />
        </Suspense>
        <Suspense>
          <BgpSettings />
          <HealthChecks />
        </Suspense>
      </div>
      <Suspense>
        <AdvancedSettings />
      </Suspense>
    </>
  )
})
