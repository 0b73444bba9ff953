import {
  IconCalendar, IconFilePlus, IconFiles, IconHelp, IconInbox, IconKey, IconList, IconListDetails, IconMessage, IconRoute, IconSend, IconUsers, type TablerIcon,
} from '@tabler/icons-react';

export interface MenuItem {
  id: 'new' | 'messages' | 'requests' | 'incoming' | 'outgoing' | 'users' | 'schedule' | 'documents' | 'help' | 'routes' | 'trace' | 'tokens';
  to: string;
  icon: TablerIcon;
}

/** The nine tabs in the manual's order. */
export const MENU: readonly MenuItem[] = [
  { id: 'new', to: '/new', icon: IconFilePlus },
  { id: 'messages', to: '/messages', icon: IconMessage },
  { id: 'requests', to: '/requests', icon: IconList },
  { id: 'incoming', to: '/incoming', icon: IconInbox },
  { id: 'outgoing', to: '/outgoing', icon: IconSend },
  { id: 'users', to: '/users', icon: IconUsers },
  { id: 'schedule', to: '/schedule', icon: IconCalendar },
  { id: 'documents', to: '/documents', icon: IconFiles },
  { id: 'help', to: '/help', icon: IconHelp },
];

/** What an operator has besides. */
export const OPERATOR_MENU: readonly MenuItem[] = [
  { id: 'routes', to: '/operator/routes', icon: IconRoute },
  { id: 'trace', to: '/operator/trace', icon: IconListDetails },
  { id: 'tokens', to: '/operator/tokens', icon: IconKey },
];
