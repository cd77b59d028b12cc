import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { Messages } from '@/components/messages/messages'

import { RouterPicture } from './router-picture'

interface PicturePageProps {
  params: Promise<{ cenId: string; transitRouterId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('transitRouters'))('tabs.picture') }
}

export default async function PicturePage({ params }: PicturePageProps) {
  return (
    <Messages of={['connections', 'picture', 'attachment.light']}>
      <RouterPicture {...await params} />
    </Messages>
  )
}
