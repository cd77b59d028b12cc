'use client'
import { useTranslations } from 'next-intl'
import { Suspense, useEffect, useId, useState } from 'react'

import { Alert } from '@/components/ui/alert'
import { Badge } from '@/components/ui/badge'
import { late } from '@/components/ui/late'
import { Section } from '@/components/ui/section'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import { parsePsk } from '@/lib/connection-form/read'
import { useMessage } from '@/lib/i18n/use-message'
import type { PreSharedKey } from '@/lib/ipsec-connections/schema'
import { isReadable } from '@/lib/peer-config/compare/readable'
import { answersOf, type Device, type Limit } from '@/lib/peer-config/device'
import { DEVICES } from '@/lib/peer-config/devices'
import { endingOn, type Peer, withKeys } from '@/lib/peer-config/peer'
import type { ActionResult } from '@/lib/request/result'

import { DeviceKeys } from './device-keys'
import { DeviceQuestions } from './device-questions'
import { DeviceText } from './device-text'
import { useKept } from './kept'

const DeviceCompare = late(() => import('./device-compare').then((m) => m.DeviceCompare))

interface DeviceConfigurationProps {
  peer: Peer
  /** What the customer gateway of each tunnel is said to be. */
  deviceIds: readonly (string | undefined)[]
  /** Somebody says which device the given tunnels end on. */
  onDevice: (deviceId: string, tunnels: number[]) => void
  /** What became of keeping the choice. */
  keeping?: 'kept' | 'failed' | undefined
  reveal?: () => Promise<ActionResult<PreSharedKey[]>>
  formKeys?: () => PreSharedKey[]
}

/** The configuration of the device at the other end, live. Its generator is brought when a device is chosen. */
export function DeviceConfiguration(props: DeviceConfigurationProps) {
  const { peer: whole, deviceIds, onDevice, keeping, reveal, formKeys } = props
  const t = useTranslations('peerConfig')
  const id = useId()
  const [chosen, setChosen] = useState<string | undefined>()
  const [keys, setKeys] = useState<PreSharedKey[]>([])
  const [ending, setEnding] = useState<Ending | undefined>()
  const mayBeTwo = new Set(whole.tunnels.map(({ address }) => address)).size > 1
  const shown = ending ?? (mayBeTwo && areTwo(whole, deviceIds) ? '1' : 'all')
  const peer = endingOn(whole, ({ number }) => shown === 'all' || String(number) === shown)
  const tunnels = peer.tunnels.map(({ number }) => number)
  const said = tunnels.map((number) => deviceIds[number - 1]).find(Boolean)
  const entry = DEVICES.find((device) => device.id === (chosen ?? said))
  const device = useDevice(entry)
  const [given, keep] = useKept(entry?.id ?? '')
  return (
    <div className="@container flex flex-col gap-4">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <div className="w-72 max-w-full">
          <span id={`${id}-label`} className="mb-0.5 block text-hint text-muted">
            {t('device')}
          </span>
          <Select
            id={id}
            labelledBy={`${id}-label`}
            value={entry?.id ?? ''}
            placeholder={t('choose')}
            options={DEVICES.map((each) => ({ value: each.id, label: each.name }))}
            onChange={(next) => {
              setChosen(next)
              onDevice(next, tunnels)
            }}
          />
        </div>
        {mayBeTwo && (
          <div className="w-56 max-w-full">
            <span id={`${id}-tunnels-label`} className="mb-0.5 block text-hint text-muted">
              {t('ending')}
            </span>
            <Select
              id={`${id}-tunnels`}
              labelledBy={`${id}-tunnels-label`}
              value={shown}
              options={ENDINGS.map((value) => ({
                value,
                label: value === 'all' ? t('endingAll') : t('endingOne', { number: value }),
              }))}
              onChange={(next) => {
                setEnding(ENDINGS.find((each) => each === next))
                // The other one may be another device.
                setChosen(undefined)
              }}
            />
          </div>
        )}
        {entry && (
          <span className="mb-1.5">
            <Badge tone={entry.proof === 'daemon' ? 'ok' : 'neutral'}>
              {t(`proof.${entry.proof}`)}
            </Badge>
          </span>
        )}
      </div>
      {keeping && (
        <output className="text-hint text-faint">
          {t(keeping === 'kept' ? 'kept' : 'keepFailed')}
        </output>
      )}
      {entry && !device && <Skeleton className="w-80" />}
      {entry && device && (
        <Configured
          key={entry.id}
          device={device}
          peer={withKeys(
            peer,
            keys.filter(({ psk }) => parsePsk(psk).ok),
          )}
          name={entry.id}
          given={given}
          onAnswer={keep}
          keys={
            <DeviceKeys
              numbers={tunnels}
              keys={keys}
              onKeys={setKeys}
              {...(reveal && { reveal })}
              {...(formKeys && { formKeys })}
            />
          }
        />
      )}
    </div>
  )
}

/** Which tunnels end on the device: two customer gateways may be two devices, or two addresses of one. */
const ENDINGS = ['all', '1', '2'] as const
type Ending = (typeof ENDINGS)[number]

const areTwo = ({ tunnels }: Peer, deviceIds: readonly (string | undefined)[]): boolean =>
  new Set(tunnels.flatMap(({ bgp }) => bgp?.asn ?? [])).size > 1 ||
  new Set(deviceIds.filter(Boolean)).size > 1

interface ConfiguredProps {
  device: Device
  peer: Peer
  name: string
  given: Parameters<typeof answersOf>[1]
  onAnswer: (id: string, text: string) => void
  keys: React.ReactNode
}

function Configured({ device, peer, name, given, onAnswer, keys }: ConfiguredProps) {
  const t = useTranslations('peerConfig')
  const answers = answersOf(device.questions, given)
  const limits = device.limits(peer, answers)
  const errors = limits.filter(({ severity }) => severity === 'error')
  const warnings = limits.filter(({ severity }) => severity === 'warning')
  return (
    <>
      <Section title={t('questions.title')}>
        <DeviceQuestions
          questions={device.questions.filter(({ id }) => isAsked(id, peer))}
          answers={answers}
          onAnswer={onAnswer}
        />
      </Section>
      <Section title={t('keys.title')}>{keys}</Section>
      {errors.length > 0 && (
        <Alert tone="error" title={t('impossible')}>
          <Limits limits={errors} />
        </Alert>
      )}
      {warnings.length > 0 && (
        <Alert tone="warning" title={t('conditions')}>
          <Limits limits={warnings} />
        </Alert>
      )}
      {errors.length === 0 && <DeviceText parts={device.write(peer, answers)} name={name} />}
      {isReadable(name) && (
        <Section title={t('compare.title')} defaultOpen={false}>
          <Suspense>
            <DeviceCompare id={name} peer={peer} />
          </Suspense>
        </Section>
      )}
    </>
  )
}

/** What the connection answers itself is not asked: selectors are the networks, and one tunnel shares with none. */
const isAsked = (id: string, { flows, tunnelCount }: Peer): boolean =>
  id === 'balance' ? tunnelCount > 1 : !(flows && (id === 'lan' || id === 'vpc'))

function Limits({ limits }: { limits: readonly Limit[] }) {
  const say = useMessage()
  const texts = [...new Set(limits.map(({ message }) => say(message)))]
  return (
    <ul className="mt-1 list-disc pl-4">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

/** The chosen device, when its generator has come. */
function useDevice(entry: (typeof DEVICES)[number] | undefined): Device | undefined {
  const [brought, setBrought] = useState<{ id: string; device: Device } | undefined>()
  useEffect(() => {
    if (!entry) return undefined
    let isLatest = true
    void entry.load().then((device) => {
      if (isLatest) setBrought({ id: entry.id, device })
    })
    return () => {
      isLatest = false
    }
  }, [entry])
  return brought && brought.id === entry?.id ? brought.device : undefined
}
