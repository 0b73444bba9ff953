/** «(2) Ваша консультация»: the page's title says how many messages wait. */
export const titleWithUnread = (title: string, unread: number): string => (unread > 0 ? `(${unread}) ${title}` : title);
