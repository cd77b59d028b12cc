'use client'
import { useTranslations } from 'next-intl'
import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useRef, useTransition } from 'react'

import { FieldShell } from '@/components/form/field-shell'
import { SelectField } from '@/components/form/select-field'
import { useField } from '@/components/form/use-field'
import { useSurroundings } from '@/components/ipsec-connection-form/surroundings-context'
import { useReadAgain } from '@/components/ipsec-connection-form/use-read-again'
import { Code } from '@/components/ui/code'
import { TextLink } from '@/components/ui/text-link'
import { routes } from '@/lib/navigation/routes'

import { useRouterSurroundings } from './use-router-surroundings'
import { useAttachForm, useValue } from './use-values'

/** The region decides the router, and the router what else can be chosen. */
export function RegionField() {
  const { choices, regionId: current, zones } = useRouterSurroundings()
  const { control, getValues, setValue } = useAttachForm()
  const kept = useRef(new Map<string, ReturnType<typeof chosenIn>>())
  const path = usePathname()
  const navigation = useRouter()
  const [pending, startTransition] = useTransition()

  const chosenIn = () => {
    const { zoneId, resource, connection } = getValues()
    const [first, second] = connection.tunnels
    return {
      zoneId,
      'resource.vpnId': resource.vpnId,
      'connection.tunnels.0.customerGatewayId': first.customerGatewayId,
      'connection.tunnels.1.customerGatewayId': second.customerGatewayId,
    } as const
  }
  const nothingChosen = {
    zoneId: '',
    'resource.vpnId': '',
    'connection.tunnels.0.customerGatewayId': '',
    'connection.tunnels.1.customerGatewayId': '',
  } satisfies ReturnType<typeof chosenIn>

  const move = (regionId: string) => {
    const next = choices.find((choice) => choice.regionId === regionId)
    if (!next) return
    kept.current.set(current, chosenIn())
    setValue('transitRouterId', next.transitRouterId)
    const restored = kept.current.get(regionId) ?? nothingChosen
    for (const [name, value] of Object.entries(restored))
      setValue(name as keyof typeof restored, value)
    startTransition(() =>
      navigation.replace(`${path}?router=${next.transitRouterId}`, { scroll: false }),
    )
  }

  // The first zone, once the zones of the region are known and none is chosen.
  const firstZone = zones?.[0]
  useEffect(() => {
    if (firstZone && getValues('zoneId') === '') setValue('zoneId', firstZone.zoneId)
  }, [firstZone, getValues, setValue])

  return (
    <SelectField
      control={control}
      name="regionId"
      required
      loading={pending}
      onChanged={move}
      options={choices.map(({ regionId, regionName }) => ({
        value: regionId,
        label: regionName,
        detail: regionId,
      }))}
    />
  )
}

/** The router of the chosen region: shown, not chosen. What is wrong with it stands under it. */
export function TransitRouterRow() {
  const { cenId, choices } = useRouterSurroundings()
  const { control } = useAttachForm()
  const t = useTranslations('attachForm.transitRouterId')
  const { ref, ...field } = useField({ control, name: 'transitRouterId' })
  const chosen = choices.find(({ transitRouterId }) => transitRouterId === field.value)
  return (
    <FieldShell {...field} label={t('label')}>
      <div
        ref={ref}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- not a set of controls: a value that is shown
        role="group"
        tabIndex={-1}
        aria-labelledby={field.labelId}
        aria-describedby={field.describedBy}
        data-invalid={field.error ? '' : undefined}
        className="min-h-8 rounded-control pt-1.5"
      >
        <bdi>{chosen?.transitRouterName}</bdi> <Code className="text-muted">{field.value}</Code>
        {chosen?.cidrBlocks.length === 0 && (
          <TextLink
            href={routes.cidrBlocks(cenId, field.value)}
            target="_blank"
            className="ml-3 text-label"
          >
            {t('addCidr')}
          </TextLink>
        )}
      </div>
    </FieldShell>
  )
}

/** Single-tunnel connections stand in one zone; the zones of dual-tunnel ones are the cloud's choice. */
export function ZoneField() {
  const { zones } = useRouterSurroundings()
  const { connections } = useSurroundings()
  const { control } = useAttachForm()
  const t = useTranslations('attachForm.zoneId')
  const select = useValue('resource.kind') === 'select'
  const dual = useValue('connection.tunnelMode') === 'dual'
  const vpnId = useValue('resource.vpnId')
  const selected = connections?.find(({ vpnConnectionId }) => vpnConnectionId === vpnId)
  const failed = useReadAgain('zones')
  if (select ? selected?.tunnels.length === 2 : dual) return null
  return (
    <SelectField
      control={control}
      name="zoneId"
      required
      options={(zones ?? []).map(({ zoneId, localName }) => ({
        value: zoneId,
        label: localName,
        detail: zoneId,
      }))}
      {...(zones?.length === 0 && { hint: t('none') })}
      failed={failed}
    />
  )
}
