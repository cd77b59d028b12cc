'use client'
import { memo } from 'react'

import { AdvancedSettings } from './advanced-settings'
import { BasicSettings } from './basic-settings'
import { BgpSettings } from './bgp-settings'
import { EncryptionSettings } from './encryption-settings'
import { HealthChecks } from './health-checks'
import { useValue } from './use-values'

/** The five sections of the guide. A connection that exists has its own settings, so three of them go. */
export const Sections = memo(function Sections() {
  const create = useValue('resource.kind') === 'create'
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <BasicSettings />
      {create && (
        <>
          <EncryptionSettings />
          <BgpSettings />
          <HealthChecks />
        </>
      )}
      <AdvancedSettings />
    </div>
  )
})
