import type { ReactNode } from "react";

export type TaskItem = {
  /** Unique on the page; other ids are made from it. */
  id: string;
  title: ReactNode;
  /** Left out where the task cannot be opened. */
  href?: string;
  hint?: ReactNode;
  /** Usually a `StatusTag`. */
  status: ReactNode;
};

/** Tasks with where each stands. The whole row is the link; its status and hint are read out with it. */
export function TaskList({ tasks }: { tasks: readonly TaskItem[] }) {
  return (
    <ul className="nhsuk-task-list">
      {tasks.map((task) => (
        <TaskRow key={task.id} {...task} />
      ))}
    </ul>
  );
}

function TaskRow({ id, title, href, hint, status }: TaskItem) {
  const describedBy = hint ? `${id}-hint ${id}-status` : `${id}-status`;
  return (
    <li className={`nhsuk-task-list__item${href ? " nhsuk-task-list__item--with-link" : ""}`} id={id}>
      <div className="nhsuk-task-list__name-and-hint">
        {href ? (
          <a className="nhsuk-link nhsuk-task-list__link" href={href} aria-describedby={describedBy}>
            {title}
          </a>
        ) : (
          <div>{title}</div>
        )}
        {hint && (
          <div className="nhsuk-task-list__hint nhsuk-u-font-size-16" id={`${id}-hint`}>
            {hint}
          </div>
        )}
      </div>
      <div className="nhsuk-task-list__status" id={`${id}-status`}>
        {status}
      </div>
    </li>
  );
}
