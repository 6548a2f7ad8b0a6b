//! Where things are in a checkout. No other module spells these paths.

use std::path::{Path, PathBuf};

/// The folders of one checkout.
#[derive(Debug, Clone)]
pub struct Layout {
    root: PathBuf,
}

impl Layout {
    /// The checkout that this program was compiled from.
    pub fn here() -> Self {
        let own = Path::new(env!("CARGO_MANIFEST_DIR"));
        Self {
            root: own.parent().unwrap_or(own).to_path_buf(),
        }
    }

    /// The top of the checkout.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path given relative to the top.
    pub fn at(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.root.join(relative)
    }

    /// What the Worker serves as static files.
    pub fn dist(&self) -> PathBuf {
        self.at("dist")
    }

    /// The Worker's own module and Wasm.
    pub fn worker(&self) -> PathBuf {
        self.at("build")
    }

    /// Scratch room of these commands: stamps, half-done outputs. Safe to delete.
    pub fn scratch(&self) -> PathBuf {
        self.at("target/xtask")
    }

    /// A build tool that cargo installed.
    pub fn cargo_tool(&self, name: &str) -> PathBuf {
        self.at("target/tools/bin")
            .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    /// A file of an installed npm package.
    pub fn npm(&self, path: &str) -> PathBuf {
        self.at("node_modules").join(path)
    }

    /// The esbuild program itself, without Node around it.
    pub fn esbuild(&self) -> PathBuf {
        let platform = match (std::env::consts::OS, std::env::consts::ARCH) {
            ("macos", "aarch64") => "darwin-arm64",
            ("macos", _) => "darwin-x64",
            (_, "aarch64") => "linux-arm64",
            _ => "linux-x64",
        };
        self.npm(&format!("@esbuild/{platform}/bin/esbuild"))
    }

    /// The workerd program itself, without Node around it.
    pub fn workerd(&self) -> PathBuf {
        let platform = match (std::env::consts::OS, std::env::consts::ARCH) {
            ("macos", "aarch64") => "darwin-arm64",
            ("macos", _) => "darwin-64",
            (_, "aarch64") => "linux-arm64",
            _ => "linux-64",
        };
        self.npm(&format!("@cloudflare/workerd-{platform}/bin/workerd"))
    }

    /// A tool of binaryen's, which works on Wasm.
    pub fn binaryen(&self, tool: &str) -> PathBuf {
        self.npm("binaryen/bin").join(tool)
    }
}
