//! Starts Varnish and nginx with the configuration of `examples/edge`.

use std::fs;
use std::net::{SocketAddr, TcpListener};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;
use tests::{Reader, eventually};

const VCL: &str = include_str!("../../examples/edge/varnish.vcl");
const NGINX: &str = include_str!("../../examples/edge/nginx.conf");

/// A Varnish process, stopped on drop.
pub(crate) struct Varnish {
    pub(crate) reader: Reader,
    process: Child,
    _directory: TempDir,
}

/// An nginx process, stopped on drop.
pub(crate) struct Nginx {
    pub(crate) reader: Reader,
    process: Child,
    _directory: TempDir,
}

/// A free local address.
pub(crate) fn free_address() -> SocketAddr {
    TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap()
}

impl Varnish {
    pub(crate) async fn start(address: SocketAddr, origin: SocketAddr) -> Self {
        let directory = directory();
        let vcl = VCL.replace("\"8080\"", &format!("\"{}\"", origin.port()));
        let file = directory.path().join("varnish.vcl");
        fs::write(&file, vcl).unwrap();
        let mut command = Command::new("varnishd");
        command.arg("-F").arg("-n").arg(directory.path().join("work")).arg("-f").arg(&file);
        command.args(["-a", &address.to_string(), "-s", "malloc,64m"]).stdout(Stdio::null());
        let process = command.spawn().expect("varnishd is installed");
        let reader = Reader::new(format!("http://{address}"));
        eventually(async || reader.try_get("/v1/teasers").await.filter(|response| response.status == 200))
            .await;
        Self { reader, process, _directory: directory }
    }
}

impl Nginx {
    pub(crate) async fn start(origin: SocketAddr) -> Self {
        let (directory, address) = (directory(), free_address());
        let root = directory.path().display();
        let http = NGINX
            .replace("127.0.0.1:8080", &origin.to_string())
            .replace("listen 80", &format!("listen {address}"))
            .replace("/var/cache/nginx/masthead", &format!("{root}/cache"));
        let text = format!(
            "daemon off; pid {root}/nginx.pid; error_log {root}/error.log; events {{}}\n\
             http {{ access_log off; client_body_temp_path {root}/body; proxy_temp_path {root}/proxy;\n{http}\n}}\n"
        );
        let file = directory.path().join("nginx.conf");
        fs::write(&file, text).unwrap();
        let process = Command::new("nginx").arg("-c").arg(&file).spawn().expect("nginx is installed");
        let reader = Reader::new(format!("http://{address}"));
        eventually(async || reader.try_get("/v1/teasers").await.filter(|response| response.status == 200))
            .await;
        Self { reader, process, _directory: directory }
    }
}

/// Both run workers as other users, who need access to the directory.
fn directory() -> TempDir {
    let directory = tempfile::tempdir().unwrap();
    fs::set_permissions(&directory, std::os::unix::fs::PermissionsExt::from_mode(0o777)).unwrap();
    directory
}

fn end(process: &mut Child) {
    // Terminate instead of kill, so that they stop their child processes.
    let _asked = Command::new("kill").arg(process.id().to_string()).status();
    let _ended = process.wait();
}

impl Drop for Varnish {
    fn drop(&mut self) {
        end(&mut self.process);
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        end(&mut self.process);
    }
}
