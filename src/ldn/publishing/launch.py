"""Where a reader can run a lesson: links to services, only for a book whose repository has an address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit


@dataclass(frozen=True)
class LaunchLink:
    """A service that runs the notebook, and the address that opens it there."""

    host: str
    address: str


def launch_links(
    repository_url: str | None, branch: str | None, notebook: str, services: Mapping[str, str] | None
) -> list[LaunchLink]:
    """Links that open one notebook in each configured service.

    Parameters
    ----------
    repository_url : address of the repository; without one there is no link.
    branch : the branch to open; ``main`` when empty.
    notebook : path of the notebook inside the repository.
    services : ``launch_buttons`` of ``_config.yml``: ``binderhub_url``, ``colab_url``, ``jupyterhub_url``.
    """
    if not repository_url:
        return []
    services = services or {}
    branch = branch or "main"
    repository = urlsplit(repository_url)
    owner_and_name = repository.path.strip("/").removesuffix(".git")
    name = owner_and_name.rsplit("/", 1)[-1]
    on_github = repository.hostname == "github.com"
    links = []
    if services.get("binderhub_url") and on_github:
        links.append(
            LaunchLink(
                "Binder",
                f"{services['binderhub_url'].rstrip('/')}/v2/gh/{owner_and_name}/{quote(branch, safe='')}"
                f"?urlpath={quote(f'lab/tree/{notebook}', safe='')}",
            )
        )
    if services.get("colab_url") and on_github:
        links.append(
            LaunchLink(
                "Colab",
                f"{services['colab_url'].rstrip('/')}/github/{owner_and_name}/blob/{quote(branch)}/{quote(notebook)}",
            )
        )
    if services.get("jupyterhub_url"):
        links.append(
            LaunchLink(
                "JupyterHub",
                f"{services['jupyterhub_url'].rstrip('/')}/hub/user-redirect/git-pull"
                f"?repo={quote(repository_url, safe='')}&branch={quote(branch, safe='')}"
                f"&urlpath={quote(f'lab/tree/{name}/{notebook}', safe='')}",
            )
        )
    return links
