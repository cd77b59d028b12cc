'use client'
import { memo, type ReactNode } from 'react'

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
      {/* None of them in a boundary, whose content would be shown later than the page around it. */}
      <BasicSettings billing={billing} />
      <div hidden={!create} className="flex flex-col gap-3">
        <EncryptionSettings />
        <BgpSettings />
        <HealthChecks />
      </div>
      <AdvancedSettings />
    </>
  )
})
